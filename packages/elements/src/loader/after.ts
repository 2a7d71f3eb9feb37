export const after = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms));
