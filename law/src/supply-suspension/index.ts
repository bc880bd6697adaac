export {
  SUPPLIES,
  type Supply,
  type SuspensionFacts,
  type SuspensionObstacle,
  supplySuspension,
} from './supply-suspension.ts';
