// Where the main process asks in a window of its own before it acts. What is typed counts there, so the page asks for none of
// it. The list of acts is main/ipc/confirmation/table.ts; a page that errs here changes nothing of it.
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';

export const isConfirmed = ({ environment }: Pick<Tenant, 'environment'>): boolean => environment === 'production';
