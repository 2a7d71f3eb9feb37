import type { Program } from '@afterglow/contract';
import type { Ports } from '../../ports.js';
import { openClinic } from '../../programs.js';
import type { DemoApi } from './api.js';

/** Publishes the program again when the site has moved to another port, so that links lead to it. */
export async function keepSite(
  ports: Ports,
  api: DemoApi,
  { clinicId, site }: { readonly clinicId: string; readonly site: Program['site'] },
): Promise<void> {
  const program = (await openClinic(ports, clinicId))?.program;
  if (!program || program.site.url === site.url) return;

  const origins = [new URL(site.url).origin];
  await api.call('POST', '/v1/program/versions', { program: { ...program, site, origins } });
}
