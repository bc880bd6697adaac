/** How a customer pays and when he should pay next, from his own history with the company and nobody else's data. */
export { HISTORY_LENGTH } from './history.ts';
export {
  type Accuracy,
  type MeasuredCustomer,
  measureScore,
  PEER_CUSTOMERS,
  type ReliabilityBand,
  type ScoreMeasure,
} from './measure.ts';
export * from './model.ts';
export { PAYER_CLASS_NAMES, payerScore, SCORE_SOURCE } from './payer-class.ts';
export { type PeerGroup, type Peers, peerGroupName, peerGroupOf, peersOf } from './peers.ts';
export { type PredictionOrder, predictPayment, writtenPrediction } from './predict.ts';
export { scoreReport } from './report.ts';
