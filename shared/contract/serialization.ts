import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySchema, FastifySerializerCompiler } from 'fastify'
import { lazily } from './lazily.ts'

const compile = SerializerSelector()({}, {}) as FastifySerializerCompiler<FastifySchema>

/** Fastify's own serializers, each compiled when it is first needed: a service has hundreds, and starts in half the time without them. */
export const serializerCompiler: FastifySerializerCompiler<FastifySchema> = route => {
  const serializer = lazily(() => compile(route))
  return value => serializer()(value)
}
