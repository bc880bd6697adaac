import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import { SourceFault } from './model.ts';

/**
 * What a source may reach. On one's own machine (the app not published) a source reaches what its user reaches. Once
 * the app is published under a name, people elsewhere sign in: then a folder must lie under one that the administrator
 * named, and a host of the private network must be named by him too.
 */
export interface SourcePermissions {
  /** Null: any folder but the data folder. */
  folders: readonly string[] | null;
  /** Null: any host. Else private addresses are refused but for these names. */
  hosts: readonly string[] | null;
}

/** Reads ACQUIT_PUBLIC_URL, ACQUIT_SOURCE_FOLDERS (paths, separated by `;`) and ACQUIT_SOURCE_HOSTS (names, by `,`). */
export function permissionsOf(env: Readonly<Record<string, string | undefined>>): SourcePermissions {
  const list = (value: string | undefined, separator: string) =>
    (value ?? '')
      .split(separator)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const isPublished = (env.ACQUIT_PUBLIC_URL ?? '') !== '';
  const folders = list(env.ACQUIT_SOURCE_FOLDERS, ';').map((path) => resolve(path));
  const hosts = list(env.ACQUIT_SOURCE_HOSTS, ',').map((name) => name.toLowerCase());
  return {
    folders: isPublished || folders.length > 0 ? folders : null,
    hosts: isPublished || hosts.length > 0 ? hosts : null,
  };
}

/** True for the folder itself too; the root of the disk holds everything. */
const isUnder = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Refuses (FolderNotAllowed) a folder outside those allowed, and always our own data. `root` is a real path. */
export function allowFolder(permissions: SourcePermissions, root: string, home: string): void {
  if (isUnder(root, home) || isUnder(home, root))
    throw new SourceFault(
      'FolderNotAllowed',
      `« ${root} » contient les données d’Acquit, ou s’y trouve. Choisissez un autre dossier.`,
    );
  if (permissions.folders === null || permissions.folders.some((folder) => isUnder(root, folder))) return;
  throw new SourceFault(
    'FolderNotAllowed',
    `L’administrateur n’a pas autorisé le dossier « ${root} ». Demandez-lui de l’ajouter à ACQUIT_SOURCE_FOLDERS.`,
  );
}

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

/** True for an address that is not of the public Internet, however it is written (`::ffff:127.0.0.1` included). */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address to connect to, resolved once: what was checked is what is used, whatever the name says a moment later.
 * Refuses HostUnknown and HostNotAllowed.
 */
export async function allowHost(permissions: SourcePermissions, host: string): Promise<string> {
  const addresses = isIP(host)
    ? [host]
    : await lookup(host, { all: true }).then(
        (found) => found.map((one) => one.address),
        () => [],
      );
  const [address] = addresses;
  if (address === undefined)
    throw new SourceFault(
      'HostUnknown',
      `Le serveur « ${host} » est introuvable. Vérifiez son nom et votre connexion.`,
      { passing: true },
    );
  const { hosts } = permissions;
  if (hosts === null || hosts.includes(host.toLowerCase()) || !addresses.some(isPrivateAddress)) return address;
  throw new SourceFault(
    'HostNotAllowed',
    `« ${host} » est une machine du réseau privé. L’administrateur doit l’autoriser dans ACQUIT_SOURCE_HOSTS.`,
  );
}
