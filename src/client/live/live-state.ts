/** `lost`: there is a server, and it does not answer. `static`: there is none, only published results. */
export type LiveState = 'live' | 'lost' | 'static';
