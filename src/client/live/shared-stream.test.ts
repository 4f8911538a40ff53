import { afterEach, expect, it, vi } from 'vitest';
import type { StreamListener } from './event-stream.ts';
import { type SharedStream, shareStream } from './shared-stream.ts';

// Node has the browser's own locks and channels. One "tab" is one `shareStream` here.
const tabs: SharedStream[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.leave();
});

let count = 0;
function world() {
  const name = `test ${process.pid} ${count++}`;
  const opened: { tab: string; listener: StreamListener<string>; isClosed: boolean; retries: boolean[] }[] = [];
  const tab = (id: string, locks: LockManager | undefined = navigator.locks) => {
    const heard: (string | boolean)[] = [];
    const stream = shareStream<string>(
      name,
      (listener) => {
        const made = { tab: id, listener, isClosed: false, retries: [] as boolean[] };
        opened.push(made);
        return {
          retry: (isUrgent) => made.retries.push(isUrgent),
          close: () => {
            made.isClosed = true;
          },
        };
      },
      { event: (event) => heard.push(event), connected: (isConnected) => heard.push(isConnected) },
      locks,
    );
    tabs.push(stream);
    stream.listen();
    stream.join();
    return { stream, heard };
  };
  return { opened, tab };
}

it('opens one connection for all tabs, and tells each of them', async () => {
  const { opened, tab } = world();
  const a = tab('a');
  await vi.waitFor(() => expect(opened.length).toBe(1));
  const [b, c] = [tab('b'), tab('c')];
  opened[0]?.listener.connected(true);
  opened[0]?.listener.event('x');
  await vi.waitFor(() => {
    for (const { heard } of [a, b, c]) expect(heard).toEqual(expect.arrayContaining([true, 'x']));
  });
  expect(opened.map((each) => each.tab)).toEqual(['a']);
});

it('hands the connection to the next tab when the leader leaves, and only then', async () => {
  const { opened, tab } = world();
  const a = tab('a');
  await vi.waitFor(() => expect(opened.length).toBe(1));
  const b = tab('b');
  const c = tab('c');
  a.stream.leave();
  await vi.waitFor(() => expect(opened.map((each) => each.tab)).toEqual(['a', 'b']));
  expect(opened[0]?.isClosed).toBe(true);
  opened[1]?.listener.event('y');
  await vi.waitFor(() => expect(c.heard).toContain('y'));
  expect(b.heard).toContain('y');
  expect(a.heard).not.toContain('y');
});

it('tells a new tab whether there is a connection', async () => {
  const { opened, tab } = world();
  tab('a');
  await vi.waitFor(() => expect(opened.length).toBe(1));
  opened[0]?.listener.connected(false);
  const b = tab('b');
  await vi.waitFor(() => expect(b.heard).toEqual([false]));
});

it('lets any tab ask the leader to try again', async () => {
  const { opened, tab } = world();
  tab('a');
  await vi.waitFor(() => expect(opened.length).toBe(1));
  tab('b').stream.retry(true);
  await vi.waitFor(() => expect(opened[0]?.retries).toEqual([true]));
});

it('comes back after it left, as a page does that was put away', async () => {
  const { opened, tab } = world();
  const a = tab('a');
  await vi.waitFor(() => expect(opened.length).toBe(1));
  a.stream.leave();
  a.stream.listen();
  a.stream.join();
  await vi.waitFor(() => expect(opened.length).toBe(2));
  expect(opened.map((each) => each.isClosed)).toEqual([true, false]);
});
