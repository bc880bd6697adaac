export function Sending() {
  return null;
}
