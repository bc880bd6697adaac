/** Fake providers for tests: each checks what the real one checks, and keeps what it was sent. */
export type { Bought, Fake, Mood } from './fake.ts';
export { fakeAr24 } from './fake-ar24.ts';
export { fakeMaileva, fakeMerciFacteur } from './fake-post.ts';
export { fakeBrevo, fakeHttp, fakeOvh } from './fake-sms.ts';
