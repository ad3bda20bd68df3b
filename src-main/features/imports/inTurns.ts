export { inTurns } from '../../ledger/inTurns.ts';
