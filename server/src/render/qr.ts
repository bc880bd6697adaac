import encodeQR from 'qr';
import { type EpcResult, epcPayload, type PaymentOrder } from './epc.ts';

/** Quiet zone of ISO/IEC 18004 on each side, in modules. */
const QUIET_ZONE = 4;

/** A square code, one byte per module: 0 is black, 255 is white; the quiet zone is included. */
export interface QrRaster {
  size: number;
  luma: Uint8Array;
}

/** The payload as a raster of one pixel per module; level M is the one EPC069-12 asks for. */
export function qrRaster(payload: string): QrRaster {
  const modules = encodeQR(payload, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const size = modules.length;
  const luma = new Uint8Array(size * size).fill(255);
  for (const [y, row] of modules.entries()) {
    for (const [x, black] of row.entries()) if (black) luma[y * size + x] = 0;
  }
  return { size, luma };
}

/**
 * The payment as a QR code in SVG, for a screen or a mail, black on white whatever the theme, so that it can be read
 * in dark mode too. Refuses what EPC069-12 cannot carry.
 */
export function paymentQrSvg(payment: PaymentOrder): { svg: string } | Extract<EpcResult, { refusal: unknown }> {
  const result = epcPayload(payment);
  if ('refusal' in result) return result;
  const { size, luma } = qrRaster(result.payload);
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (luma[y * size + x] !== 0) continue;
      const start = x;
      while (luma[y * size + x + 1] === 0) x++;
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
    }
  }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" ` +
    `aria-label="Code QR de virement SEPA"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
  return { svg };
}
