/** How the tool names itself to those who read its reports. */
export const tool = {
  name: 'golint-leaks',
  informationUri: 'https://github.com/golint-leaks/golint-leaks',
} as const;
