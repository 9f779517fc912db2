/** How the tool names itself to those who read its reports. */
export const tool = {
  name: 'golint-leaks',
  informationUri: 'https://github.com/golint-leaks/golint-leaks',
} as const;

/** Where the page of a built-in rule can be read. */
export function pageAddress(rule: string): string {
  return `${tool.informationUri}/blob/main/rules/${rule}/rule.md`;
}
