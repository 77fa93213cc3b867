import { at } from './environment.ts';
import { tell } from './http.ts';

export const homeText = () => tell(at('/pages?homepage=true'));

export const featuredApis = () => tell(at('/apis?filter=FEATURED&size=9'));
