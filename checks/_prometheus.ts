// The HTTP API of Prometheus, as far as checks ask it. Source: prometheus/prometheus docs/querying/api.md.
import {
  CheckFailure,
  ConfigProblem,
  type Http,
  type HttpAnswer,
  readJson,
  type SeriesValue,
  statusFailure,
} from 'runlight/check';
import { z } from 'zod';

type Evidence = (title: string, text: string) => void;

const sampleSchema = z.tuple([z.number(), z.string()]);
const vectorSchema = z.array(
  z.looseObject({ metric: z.record(z.string(), z.string()), value: sampleSchema.optional() }),
);
const notesSchema = z.array(z.string()).nullish();
const answerSchema = z.looseObject({
  status: z.literal('success'),
  data: z.looseObject({ resultType: z.string(), result: z.unknown() }),
  warnings: notesSchema,
  infos: notesSchema,
});
const errorSchema = z.looseObject({ status: z.literal('error'), errorType: z.string(), error: z.string() });

/** Beyond this, a query is sent as a form: addresses have a limit. */
const maxAddress = 1500;

/**
 * One instant query; `what` names the parameter that it came from. What the server refuses is `config`,
 * what it gives up is `timeout`, and an evaluation that is not of now is `protocol`.
 */
export async function instantQuery(
  http: Http,
  what: string,
  query: string,
  evidence: Evidence,
): Promise<{ series: SeriesValue[]; latency: number }> {
  const form = new URLSearchParams({ query }).toString();
  const path = '/api/v1/query';
  const answer =
    form.length <= maxAddress
      ? await http(`${path}?${form}`, { anyStatus: true })
      : await http(path, {
          method: 'POST',
          body: form,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          anyStatus: true,
        });
  refuse(http, what, answer);
  const { data, warnings, infos } = readJson(answer, answerSchema, 'The answer of Prometheus');
  const notes = [...(warnings ?? []), ...(infos ?? [])];
  if (notes.length > 0) evidence('Prometheus remarks', notes.slice(0, 20).join('\n'));
  const samples = samplesOf(data, what);
  holdToNow(samples);
  return { series: samples.map(({ name, value }) => ({ name, value })), latency: answer.durationMs };
}

/** Ends the check where Prometheus says no. */
function refuse(http: Http, what: string, answer: HttpAnswer): void {
  const isWell = answer.status >= 200 && answer.status <= 299;
  const parsed = errorSchema.safeParse(documentOf(answer));
  if (!parsed.success) {
    if (isWell) return;
    const starting =
      answer.status === 503
        ? 'Prometheus is starting or stopping, or what stands before it has nowhere to send us.'
        : undefined;
    throw statusFailure(http, answer, answer.text.trimStart().startsWith('<') ? '' : answer.text, starting);
  }
  const { errorType, error } = parsed.data;
  const isOurs =
    errorType === 'bad_data' || errorType === 'execution' || answer.status === 400 || answer.status === 422;
  if (errorType === 'timeout')
    throw new CheckFailure('timeout', `\`${http.target}\` gave the query up: ${sentence(error)}`, {
      hint: 'Prometheus is overloaded, or the query is too heavy for it: look at its own dashboard before you ask again.',
    });
  if (isOurs) throw new ConfigProblem(`Prometheus refuses ${what} (${errorType}): ${sentence(error)}`);
  if (isWell)
    throw new CheckFailure('protocol', `\`${http.target}\` answered 200, but said ${errorType}: ${sentence(error)}`);
  throw statusFailure(http, answer, `${errorType}: ${error}`);
}

/** The body as JSON, or nothing: what stands before Prometheus answers errors in words of its own. */
function documentOf(answer: HttpAnswer): unknown {
  try {
    return answer.json();
  } catch (error) {
    if (answer.status >= 200 && answer.status <= 299) throw error;
    return undefined;
  }
}

interface Sample extends SeriesValue {
  /** When it was evaluated, in seconds since 1970. */
  at: number;
}

function samplesOf({ resultType, result }: { resultType: string; result?: unknown }, what: string): Sample[] {
  const json = () => result;
  if (resultType === 'scalar') {
    const [at, text] = readJson({ json }, sampleSchema, 'The scalar of Prometheus');
    return [{ name: '{}', at, value: numberOf(text) }];
  }
  if (resultType === 'matrix' || resultType === 'string')
    throw new ConfigProblem(
      `${what} gives ${resultType === 'matrix' ? 'a range of samples' : 'a text'}; expected numbers of now, so ${resultType === 'matrix' ? 'put a function such as `rate(…)` around it' : 'write an expression'}.`,
    );
  if (resultType !== 'vector')
    throw new CheckFailure('protocol', `Prometheus answered with a result of the type \`${resultType.slice(0, 40)}\`.`);
  return readJson({ json }, vectorSchema, 'The vector of Prometheus').map(({ metric, value }) => {
    if (value === undefined)
      throw new ConfigProblem(`${what} gives histograms; put a function such as \`histogram_quantile(…)\` around it.`);
    return { name: labelsOf(metric), at: value[0], value: numberOf(value[1]) };
  });
}

/** A number as Prometheus writes it: `0.25`, `1e-05`, `NaN`, `+Inf`. */
function numberOf(text: string): number {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  throw new CheckFailure('protocol', `Prometheus answered with \`${text.slice(0, 40)}\` for a number.`);
}

function labelsOf(metric: Readonly<Record<string, string>>): string {
  const { __name__: name = '', ...labels } = metric;
  return `${name}{${Object.entries(labels)
    .slice(0, 12)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}

/** Seconds. */
const maxDistance = 120;

function holdToNow(samples: readonly Sample[]): void {
  for (const { at } of samples) {
    const distance = Date.now() / 1000 - at;
    if (Math.abs(distance) <= maxDistance) continue;
    throw new CheckFailure(
      'protocol',
      `Prometheus answered as of ${Math.round(Math.abs(distance))} s ${distance > 0 ? 'ago' : 'from now'}: a cache answers in its place, or a clock is wrong.`,
    );
  }
}

const sentence = (text: string): string => `${text.trim().slice(0, 300).replace(/\.$/, '')}.`;
