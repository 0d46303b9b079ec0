// After “in”: `6 Tage 4 Std.` -> `6 Tagen 4 Std.`
export const dative = (left: string): string => left.replace(/ Tage\b/, ' Tagen');
