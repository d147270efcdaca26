-- The partners as words of a type: hundreds of them stand in millions of rows, and a number takes half the time of a
-- text to be written. Whoever asks sees text all the same.
-- Reads: kinds, old.organizations, rules, sign_services.
-- Makes: organizations, partner.

-- What the directory holds besides may be of a partner that the catalogs have no more.
CREATE TYPE partner AS ENUM (
    SELECT partner FROM (
        SELECT partner FROM rules
        UNION SELECT partner FROM kinds
        UNION SELECT partner FROM sign_services
        UNION SELECT partner FROM old.organizations
        UNION SELECT second FROM old.organizations
    )
    WHERE partner IS NOT NULL ORDER BY partner
);

ALTER TABLE organizations ALTER partner TYPE partner;

ALTER TABLE organizations ALTER second TYPE partner;
