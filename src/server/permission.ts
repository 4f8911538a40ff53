/** What a signed-in person may do. Each route names the one it needs. */
export const permissions = ['view', 'run', 'maintain'] as const;
export type Permission = (typeof permissions)[number];

/** Whether whoever asks may do this. */
export type Allow = (permission: Permission, request: Request) => boolean;

/** Until people can sign in, the server is bound to this machine, and who is on it may look and run. */
export const allowOnThisMachine: Allow = (permission) => permission !== 'maintain';
