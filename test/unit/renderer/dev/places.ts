// Addresses where screens of several kinds begin.

export const acme = '#/tenant/acme';
export const rehearsal = '#/tenant/rehearsal';
