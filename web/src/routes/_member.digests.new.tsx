import { createFileRoute } from '@tanstack/react-router';
import { NewDigest } from '../features/digest/DigestEditor';

export const Route = createFileRoute('/_member/digests/new')({ component: NewDigest });
