/**
 * A person's own words as the path may keep them: without secrets and personal data. `null` where they hold
 * a recovery phrase or a private key. What recognises these is loaded when somebody has written something;
 * rejects where it cannot be.
 */
export async function safeReason(text: string): Promise<string | null> {
  const [{ refuseSecret }, { redact }] = await Promise.all([
    import('../../redact/refuse-secret.ts'),
    import('../../redact/redact.ts'),
  ]);
  if ((await refuseSecret(text)) !== null) return null;
  const { text: safe } = await redact(text);
  return safe.trim();
}
