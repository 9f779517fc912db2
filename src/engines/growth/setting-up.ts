/**
 * Functions which, by the beginning of their name, only run while a program starts: what they put in is as much as was
 * written.
 */
export const settingUp = new RegExp(
  String.raw`^(?:[Mm]ust)?(?:[Rr]egister|[Ii]nit|[Ii]nitiali[sz]e|[Ss]etup|[Ss]etUp|[Ww]ith|[Ii]nstall|[Dd]efine|[Dd]eclare|`
    + String.raw`[Cc]onfigure|[Bb]ootstrap|[Mm]ock|[Tt]est|[Ff]ake)(?![a-z])`,
);
