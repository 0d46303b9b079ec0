// Asks Chromium which proxy the system's settings, or a proxy script, have for an address. It is asked for nothing else: what
// leaves this machine goes through main/network. A script is handed over as text, because the window's network reaches nobody.
import { type Session, session } from 'electron';

interface SystemProxy {
  bySystem(url: string): Promise<string>;
  byScript(script: string, url: string): Promise<string>;
}

export function createSystemProxy(): SystemProxy {
  let scripted: { session: Session; script: string } | null = null;

  async function sessionFor(script: string): Promise<Session> {
    if (scripted?.script !== script) {
      // SECURITY: a session of its own, in memory: no window has it, and it loads nothing.
      const own = scripted?.session ?? session.fromPartition('proxy-script', { cache: false });
      const pacScript = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script, 'utf8').toString('base64')}`;
      await own.setProxy({ mode: 'pac_script', pacScript });
      await own.forceReloadProxyConfig();
      scripted = { session: own, script };
    }
    return scripted.session;
  }

  return {
    bySystem: (url) => session.defaultSession.resolveProxy(url),
    byScript: async (script, url) => (await sessionFor(script)).resolveProxy(url),
  };
}
