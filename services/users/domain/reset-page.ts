const placeholder = '{token}'

/**
 * Reads which page of a front end a new password is chosen on.
 *
 * @param template its URL with `{token}` where the token goes; empty where there is none
 * @returns the URL for a token; nothing where there is no page
 * @throws Error that says what to configure
 */
export function readResetPage (template: string): ((token: string) => string) | undefined {
  if (template === '') return undefined
  if (!/^https?:\/\//.test(template) || !URL.canParse(template) || !template.includes(placeholder)) {
    throw new Error(`RESET_PAGE_URL must be the http or https URL of a page, with ${placeholder} where the token goes: https://rooms.example.com/reset#token=${placeholder}`)
  }
  return token => template.replaceAll(placeholder, token)
}
