// What a backup says of itself to somebody who has unpacked it and does not have this program.
export const backupReadMe = `This is a backup of Key Custodian: every key that it holds, in plain files.
KEEP WHAT YOU UNPACK FROM IT AS SAFE AS THE KEYS THEMSELVES, AND ERASE IT AFTERWARDS.

backup.json                  when and where it was made, and what it holds
keys/ID/key.json             what is known of a key: tenant, ring, kid, state, public JWK (RFC 7517)
keys/ID/private-key.pem      its private key: PKCS#8 (RFC 5958) in PEM, not encrypted
keys/ID/certificate.pem      its certificate: X.509 (RFC 5280) in PEM
credentials/ID.json          what lets Key Custodian in at a tenant, by the tenant's id; only if it was asked for
registry/TABLE-NNNN.jsonl    everything else on record, one JSON object a line for each row of a table
audit/NNNN.jsonl             the audit chain, one entry a line: each holds the SHA-256 of the one before (RFC 8785 form)
manifest.json                every file with its size and SHA-256, and the keys whose private key is not in it
manifest.jws                 the signature of the device over that (RFC 7515, Ed25519)

To find a key by its kid:    grep -l '"kid":"THE-KID"' keys/*/key.json
To use it with OpenSSL:      openssl pkey -in keys/ID/private-key.pem -noout -text

With Key Custodian:          custodian backup restore FILE
`;
