import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const block = (url: string, rows: Rows) =>
  attempt({ check: 'grafana-health', targets: [targetAt(url)], params: { target: 'service' }, rows });

async function ask(rows: Rows, status: number, body: unknown) {
  await using server = await serve((request, response) =>
    response
      .writeHead(request.url === '/api/health' ? status : 404)
      .end(typeof body === 'string' ? body : JSON.stringify(body)),
  );
  return await block(server.url, rows);
}

const well = { database: 'ok', version: '11.6.4', commit: '5f2a3b1c9e' };
const rows: Rows = { database: '= ok', version: 'matches /^11\\./', latency: '< 5 s' };

describe('grafana-health', () => {
  it('reads database, version and time', async () => {
    const { verdict, evidence } = await ask(rows, 200, well);
    expect(verdict).toBe('pass');
    expect(evidence).toContainEqual(
      expect.objectContaining({ text: 'database ok, version 11.6.4, commit 5f2a3b1c9e' }),
    );
  });

  it('does not need the version, which Grafana may hide', async () => {
    expect(await ask({ database: '= ok', version: 'absent' }, 200, { database: 'ok' })).toMatchObject({
      verdict: 'pass',
    });
    expect((await ask({ version: 'absent' }, 200, { database: 'ok', version: '' })).verdict).toBe('pass');
  });

  it('says that the database is failing', async () => {
    expect(await ask(rows, 503, { ...well, database: 'failing' })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`database` is `failing`; expected `= ok`.' },
    });
  });

  it('never passes a failing database that no row speaks about', async () => {
    const failing = { ...well, database: 'failing' };
    expect(await ask({ latency: '< 5 s' }, 503, failing)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'http-status', message: '`service` answered 503: its database is failing.' },
    });
    expect(await ask({ latency: '< 5 s' }, 200, failing)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation' },
    });
  });

  it.each([
    ['a 503 with a healthy body', 503, well, 'http-status'],
    ['a 503 of what stands before it', 503, '<html>no healthy upstream</html>', 'http-status'],
    ['another status with a healthy body', 500, well, 'http-status'],
    ['a refused credential', 401, { message: 'Unauthorized' }, 'http-status'],
    ['a sign-in page', 200, '<html><title>Grafana</title></html>', 'protocol'],
    ['the health of some other service', 200, { status: 'ok' }, 'protocol'],
    ['an unknown state', 200, { ...well, database: 'fine' }, 'protocol'],
    ['a list for the database', 200, { database: ['ok'] }, 'protocol'],
    ['a version that is no text', 200, { ...well, version: 11 }, 'protocol'],
    ['an error inside a 200', 200, { error: 'boom' }, 'protocol'],
    ['a list', 200, [well], 'protocol'],
    ['null', 200, null, 'protocol'],
    ['an empty text', 200, '""', 'protocol'],
  ])('names the fault of %s', async (_, status, body, code) => {
    const { verdict, reason } = await ask(rows, status, body);
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
  });
});

describe('grafana-health, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['grafana'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const look = () => block(world.state.services.grafana?.url ?? '', rows);

  it.each([
    ['database-down', 'expectation', '`database` is `failing`'],
    ['wrong-body', 'protocol', 'The health of Grafana is not what its protocol says.'],
  ])('sees %s', async (fault, code, message) => {
    expect((await look()).verdict).toBe('pass');
    await world.break(`grafana.${fault}`);
    const { verdict, reason } = await look();
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toContain(message);
    await world.mend();
    expect((await look()).verdict).toBe('pass');
  });
});
