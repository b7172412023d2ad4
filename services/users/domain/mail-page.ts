const placeholder = '{token}'

/**
 * Reads which page of a front end takes the token of a mail.
 *
 * @param variable the name of the variable, for messages
 * @param template the page's URL with `{token}` where the token goes; empty where there is none
 * @returns the URL for a token; nothing where there is no page
 * @throws Error that says what to configure
 */
export function readMailPage (variable: string, template: string): ((token: string) => string) | undefined {
  if (template === '') return undefined
  if (!/^https?:\/\//.test(template) || !URL.canParse(template) || !template.includes(placeholder)) {
    throw new Error(`${variable} must be the http or https URL of a page, with ${placeholder} where the token goes: https://rooms.example.com/page#token=${placeholder}`)
  }
  return token => template.replaceAll(placeholder, token)
}
