// What is in the program, for scanners: CycloneDX 1.6 (ECMA-424), made from what the builds noted.
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** @typedef {import('../bundled.mjs').Package} Package */

const licences = new Contrib.License.Factories.LicenseFactory(() => undefined);

/**
 * @param {{ version: string, electron: string, packages: readonly Package[] }} contents
 * @returns {string} JSON, the same for the same contents
 */
export function billOfMaterials({ version, electron, packages }) {
  const program = new Models.Component(Enums.ComponentType.Application, 'key-custodian', {
    version,
    bomRef: 'key-custodian',
  });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: program }) });
  for (const part of [...packages, { name: 'electron', version: electron, licence: 'MIT' }].map(component)) {
    bom.components.add(part);
    program.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** @param {Pick<Package, 'name' | 'version' | 'licence'>} one */
function component({ name, version, licence }) {
  // Package URL, type npm: a scope keeps its slash, and its @ is escaped.
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return new Models.Component(Enums.ComponentType.Library, name, {
    version,
    purl,
    bomRef: purl,
    licenses: new Models.LicenseRepository([licences.makeFromString(licence)]),
  });
}
