import { Refusal } from '../errors.ts'

/** How browsers and mail programs send forms. */
export const formMediaTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * The fields of a form by their names, the last of each name.
 *
 * @param body as it arrived
 * @param contentType which encoding it has, and its boundary
 * @throws Refusal `request.malformed`
 */
export async function readForm (body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    return Object.fromEntries(form.entries())
  } catch (error) {
    throw new Refusal('request.malformed', 'The body is not the form that its Content-Type says.', { cause: error })
  }
}
