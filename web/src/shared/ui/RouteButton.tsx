import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

function AnchorButton({ ref, ...props }: ButtonProps & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode }) {
  return <Button component="a" ref={ref} {...props} />;
}

/** A link that looks like a button and keeps its typed route. */
export const RouteButton = createLink(AnchorButton);
