// SECURITY: the page has no network at all, and Chromium asks nobody anything. The content policy stops what loads and
// fetches; WebRTC, preconnect and the resolver ask no policy, so three things hold together, none of which is enough alone:
// no name and no address resolves, WebRTC sends no datagram but through a proxy (there is none), and it announces no name of
// this machine. This program's own requests do not go through Chromium.
import type { App, CommandLine, Session, WebContents } from 'electron';

/** Before `ready`. What somebody else gave for the same switches loses. */
export function silenceChromium(switches: Pick<CommandLine, 'appendSwitch'>): void {
  switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  switches.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  // SECURITY: no script reads the clipboard, also where Electron itself does not ask for a permission (before 34).
  switches.appendSwitch('blink-settings', 'DOMPasteAllowed=false,javaScriptCanAccessClipboard=false');
}

export function silenceContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('session-created', (session: Session) => {
    // Each session asks a server for a dictionary, whether spelling is checked or not; only without a language it does not.
    session.setSpellCheckerLanguages([]);
  });
}
