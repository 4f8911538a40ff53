import type { FindSecret } from './ask-form.ts';

/** Whether a value holds a recovery phrase or a private key. What knows them is loaded when somebody runs with a value. */
export const findSecret: FindSecret = async (value, { expected }) => {
  const [{ refuseSecret }, { expectsOf }] = await Promise.all([
    import('../../redact/refuse-secret.ts'),
    import('../../redact/expects.ts'),
  ]);
  return (await refuseSecret(value, { expects: expectsOf(expected) })) !== null;
};
