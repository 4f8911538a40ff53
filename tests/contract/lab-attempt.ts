import type { World } from '../../lab/contract.ts';
import type { Outcome } from '../../src/runner/messages.ts';
import { type AttemptSketch, attempt } from './attempt.ts';
import { targetAt } from './planned-block.ts';

/** One attempt of a check on a service of the lab, whose peer is the service of that name with `-2`. */
export function attemptInLab(
  world: World,
  service: string,
  sketch: Pick<AttemptSketch, 'check' | 'params' | 'rows'>,
): Promise<Outcome> {
  const targets = [service, `${service}-2`].map((name) =>
    targetAt(world.state.services[name]?.url ?? '', { name, peers: name === service ? [`${service}-2`] : [] }),
  );
  return attempt({ ...sketch, params: { target: service, ...sketch.params }, targets });
}

/** What a block sees while a fault is set, and once it is mended. */
export async function whileBroken(
  world: World,
  fault: string,
  look: () => Promise<Outcome>,
): Promise<{ broken: Outcome; mended: Outcome }> {
  await world.break(fault);
  const broken = await look().finally(() => world.mend());
  return { broken, mended: await look() };
}
