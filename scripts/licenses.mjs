// What the authors of the packages that are built into a program want to be said wherever a copy goes.
import { readdirSync, readFileSync } from 'node:fs';

/** The folders of the packages that modules are of. */
export function packageFolders(modules) {
  return modules.flatMap((id) => {
    const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? [];
    return folder === undefined || id.startsWith('\0') ? [] : folder;
  });
}

/** The licenses of packages, one after the other. */
export function licensesOf(folders) {
  return folders.map((folder) => {
    const name = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const { name: id, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    if (name === undefined) throw new Error(`${folder} has no license`);
    return `${id} ${version} (${license})\n\n${readFileSync(`${folder}/${name}`, 'utf8').trim()}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
