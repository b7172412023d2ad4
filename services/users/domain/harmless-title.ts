const longest = 80
/** Nobody sees them, and some change the order in which the rest is read. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\s]+/gu
/** What mail programs make links of: a dot within a name, an address, a scheme. */
const linkParts: ReadonlyArray<readonly [part: RegExp, broken: string]> = [
  [/[.\u2024\u3002\ufe52\uff0e\uff61](?=\p{L})/gu, '$& '],
  [/\s*@\s*/g, ' @ '],
  [/(?<=\p{L}):(?=\S)/gu, ': ']
]

/** A title as strangers may be mailed it: one short line, and nothing in it that a mail program makes a link of. */
export function harmlessTitle (title: string): string {
  const line = linkParts.reduce((text, [part, broken]) => text.replaceAll(part, broken), title.replaceAll(invisible, ' ')).trim()
  const characters = [...line]
  if (characters.length === 0) return 'Meeting'
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('').trimEnd()}…`
}
