/**
 * `npm run bench:matching`: the quality of the matcher over 50,000 labelled receipts of the final seeds, and its speed. `--tuning` measures
 * the tuning seeds instead; `--quality` and `--speed` measure one of the two.
 */
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import { generateWorld } from '../matching/generateWorld.ts';
import { judgeWorld, qualityOf } from '../matching/quality.ts';
import { headline, isReached, tables } from '../matching/qualityReport.ts';
import { finalSeeds, receiptsPerWorld, tuningSeeds } from '../matching/seeds.ts';
import { measureMatching } from './matching.bench.ts';

const words = process.argv.slice(2);
const isTuning = words.includes('--tuning');
let isGood = true;

if (!words.includes('--speed')) {
  const seeds = isTuning ? tuningSeeds : finalSeeds;
  console.log(`${isTuning ? 'tuning' : 'final'} seeds: ${seeds.length} administrations of ${receiptsPerWorld} receipts`);
  const quality = qualityOf(seeds.flatMap((seed) => judgeWorld(generateWorld(seed, receiptsPerWorld), cautiousPolicy)));
  console.log([...headline(quality), '', ...tables(quality)].join('\n'));
  isGood &&= isReached(quality);
}
if (!words.includes('--quality')) {
  const { name, ratio, aim, details } = await measureMatching();
  console.log(`${ratio <= aim ? 'reached' : 'MISSED '}  ${ratio.toFixed(2)} (aim ${aim.toFixed(1)})  ${name}: ${details}`);
  isGood &&= ratio <= aim;
}
process.exitCode = isGood ? 0 : 1;
