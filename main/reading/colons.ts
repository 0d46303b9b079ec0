/** How people compare digests: `3F:9A:…`. */
export const colons = (digest: Buffer): string =>
  digest
    .toString('hex')
    .toUpperCase()
    .replaceAll(/..(?!$)/g, '$&:');
