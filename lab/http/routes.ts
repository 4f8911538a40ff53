import { type Answer, type Handle, jsonError, type Question } from './answer.ts';

/** A path with `:name` parts, such as `/v1/orders/:id`, and what answers a request for it. */
export type Routes = Readonly<Record<string, (question: Question, parts: Record<string, string>) => Answer>>;

/** The first route that fits answers; another path is 404, another method 405. */
export function route(routes: Routes, methods: readonly string[] = ['GET', 'HEAD']): Handle {
  const table = Object.entries(routes).map(([path, answer]) => ({
    pattern: new URLPattern({ pathname: path }),
    answer,
  }));
  return (question) => {
    for (const { pattern, answer } of table) {
      const match = pattern.exec({ pathname: question.path });
      if (!match) continue;
      if (!methods.includes(question.method))
        return jsonError(405, 'method_not_allowed', `${question.method} is not possible here.`);
      return answer(question, match.pathname.groups as Record<string, string>);
    }
    return jsonError(404, 'not_found', `There is nothing at ${question.path}.`);
  };
}
