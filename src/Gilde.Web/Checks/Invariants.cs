namespace Gilde.Web.Checks;

/// <summary>What must be true of the rows beyond what the databases enforce themselves.</summary>
internal static class Invariants
{
    private const string UnreadOf = """
        (SELECT count(*) FROM messages m WHERE m.conversation_id = p.conversation_id AND m.id > p.last_read_id AND m.id >= p.since_id AND m.sender_id <> p.member_id
            AND m.kind = 0 AND m.held_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM blocks b WHERE (b.member_id = p.member_id AND b.blocked_id = m.sender_id) OR (b.member_id = m.sender_id AND b.blocked_id = p.member_id)))
        """;

    public static readonly IReadOnlyList<Invariant> All =
    [
        new("Network", "There is one network at most.", "SELECT 'network ' || id FROM networks WHERE id <> 1"),
        new("Network", "A network that is set up has an operator.",
            "SELECT 'no operator' FROM networks WHERE NOT EXISTS (SELECT 1 FROM role_grants g JOIN members m ON m.id = g.member_id WHERE g.role = 1 AND m.active_since IS NOT NULL AND m.suspended_at IS NULL)"),
        new("Accounts", "An address to sign in with is stored in capitals for comparing.",
            "SELECT 'account ' || id FROM accounts WHERE upper(normalized_email) <> normalized_email OR (email IS NOT NULL AND normalized_email IS NULL)"),
        new("Accounts", "Nobody is active who was erased.", "SELECT 'member ' || e.member_id FROM erasures e JOIN members m ON m.id = e.member_id WHERE m.active_since IS NOT NULL"),
        new("Accounts", "A suspension that stands hides its member.", "SELECT 'member ' || s.member_id FROM suspensions s JOIN members m ON m.id = s.member_id WHERE m.suspended_at IS NULL"),
        new("Profiles", "A handle is in small letters.", "SELECT 'member ' || id || ' ' || handle FROM members WHERE lower(handle) <> handle OR handle = ''"),
        new("Profiles", "A former handle leads to nobody else.", "SELECT f.handle FROM former_handles f JOIN members m ON m.handle = f.handle AND m.id <> f.member_id"),
        new("Profiles", "A profile's pictures are there and the member's own.", """
            SELECT 'member ' || m.id FROM members m WHERE (m.picture_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pictures p WHERE p.id = m.picture_id AND p.owner_id = m.id))
                OR (m.cover_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pictures p WHERE p.id = m.cover_id AND p.owner_id = m.id))
            """),
        new("Contacts", "A contact has two sides.",
            "SELECT c.owner_id || '-' || c.other_id FROM contacts c WHERE NOT EXISTS (SELECT 1 FROM contacts o WHERE o.owner_id = c.other_id AND o.other_id = c.owner_id)"),
        new("Contacts", "Both sides are of the same day and met at the same time.", """
            SELECT c.owner_id || '-' || c.other_id FROM contacts c JOIN contacts o ON o.owner_id = c.other_id AND o.other_id = c.owner_id
            WHERE c.owner_id < c.other_id AND (c.since <> o.since OR c.met_at IS DISTINCT FROM o.met_at)
            """),
        new("Contacts", "Nobody is in contact with themselves.", "SELECT 'member ' || owner_id FROM contacts WHERE owner_id = other_id"),
        new("Contacts", "Who is blocked is no contact.",
            "SELECT b.member_id || '-' || b.blocked_id FROM blocks b JOIN contacts c ON c.owner_id = b.member_id AND c.other_id = b.blocked_id"),
        new("Contacts", "Contact data is released to contacts only.",
            "SELECT 'field ' || r.field_id || ' to ' || r.to_id FROM card_releases r JOIN card_fields f ON f.id = r.field_id WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.owner_id = f.member_id AND c.other_id = r.to_id)"),
        new("Contacts", "A request offers fields of the one who asks.",
            "SELECT 'request ' || o.request_id FROM card_offers o JOIN contact_requests r ON r.id = o.request_id JOIN card_fields f ON f.id = o.field_id WHERE f.member_id <> r.from_id"),
        new("Conversations", "A talk of two has these two in it and their key.", """
            SELECT 'conversation ' || c.id FROM conversations c WHERE c.direct_key IS NOT NULL AND c.direct_key <> coalesce(
                (SELECT CAST(min(p.member_id) AS text) || ':' || CAST(max(p.member_id) AS text) FROM participants p WHERE p.conversation_id = c.id HAVING count(*) = 2), '')
            """),
        new("Conversations", "A group has at most twenty members.",
            "SELECT 'conversation ' || conversation_id FROM participants WHERE left_at IS NULL GROUP BY conversation_id HAVING count(*) > 20"),
        new("Conversations", "A conversation knows its newest message.", """
            SELECT 'conversation ' || c.id FROM conversations c LEFT JOIN messages m ON m.id = c.last_message_id
            WHERE c.last_message_id <> coalesce((SELECT max(x.id) FROM messages x WHERE x.conversation_id = c.id), 0) OR (m.id IS NOT NULL AND m.sent_at <> c.last_message_at)
            """),
        new("Conversations", "Who writes takes part.",
            "SELECT 'message ' || m.id FROM messages m WHERE NOT EXISTS (SELECT 1 FROM participants p WHERE p.conversation_id = m.conversation_id AND p.member_id = m.sender_id)"),
        new("Conversations", "Nobody has read further than the conversation goes.", """
            SELECT 'conversation ' || p.conversation_id || ' member ' || p.member_id FROM participants p JOIN conversations c ON c.id = p.conversation_id
            WHERE p.last_read_id > c.last_message_id OR p.last_message_id > c.last_message_id
            """),
        new("Conversations", "The count of unread messages is right.",
            $"SELECT 'conversation ' || p.conversation_id || ' member ' || p.member_id FROM participants p WHERE p.unread <> CASE WHEN p.left_at IS NULL THEN {UnreadOf} ELSE 0 END"),
        new("Conversations", "The picture of a message is there.",
            "SELECT 'message ' || m.id FROM messages m WHERE m.picture_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pictures p WHERE p.id = m.picture_id)"),
        new("Conversations", "A first message goes to the other one of a talk of two.", """
            SELECT 'message ' || f.message_id FROM first_messages f JOIN messages m ON m.id = f.message_id
            WHERE m.sender_id <> f.from_id OR NOT EXISTS (SELECT 1 FROM participants p WHERE p.conversation_id = m.conversation_id AND p.member_id = f.to_id)
            """),
        new("Ties", "A tie names the lower id first.", "SELECT low_id || '-' || high_id FROM ties WHERE low_id >= high_id"),
        new("Ties", "An exchange is between two and counts what was written.", "SELECT from_id || '-' || to_id || ' day ' || day FROM exchanges WHERE from_id = to_id OR count < 1"),
        new("Ties", "A tie counts what the two exchanged.", """
            SELECT t.low_id || '-' || t.high_id FROM ties t
            WHERE t.low_to_high <> coalesce((SELECT sum(x.count) FROM exchanges x WHERE x.from_id = t.low_id AND x.to_id = t.high_id), 0)
                OR t.high_to_low <> coalesce((SELECT sum(x.count) FROM exchanges x WHERE x.from_id = t.high_id AND x.to_id = t.low_id), 0)
            """) { AfterReaders = true },
        new("Ties", "A tie counts the days of the exchange and knows its last times.", """
            SELECT t.low_id || '-' || t.high_id FROM ties t
            WHERE t.low_days <> (SELECT count(DISTINCT x.day) FROM exchanges x WHERE x.from_id = t.low_id AND x.to_id = t.high_id)
                OR t.high_days <> (SELECT count(DISTINCT x.day) FROM exchanges x WHERE x.from_id = t.high_id AND x.to_id = t.low_id)
                OR t.turn_days <> (SELECT count(DISTINCT x.day) FROM exchanges x JOIN exchanges y ON y.from_id = x.to_id AND y.to_id = x.from_id AND y.day = x.day WHERE x.from_id = t.low_id AND x.to_id = t.high_id)
                OR t.last_low_to_high IS DISTINCT FROM (SELECT max(x.last_at) FROM exchanges x WHERE x.from_id = t.low_id AND x.to_id = t.high_id)
                OR t.last_high_to_low IS DISTINCT FROM (SELECT max(x.last_at) FROM exchanges x WHERE x.from_id = t.high_id AND x.to_id = t.low_id)
            """) { AfterReaders = true },
        new("Ties", "A tie knows when the two last met.", """
            SELECT t.low_id || '-' || t.high_id FROM ties t WHERE t.met_at IS DISTINCT FROM
                (SELECT max(c.met_at) FROM contacts c WHERE (c.owner_id = t.low_id AND c.other_id = t.high_id) OR (c.owner_id = t.high_id AND c.other_id = t.low_id))
            """) { AfterReaders = true },
        new("Ties", "A tie has a strength.", "SELECT low_id || '-' || high_id FROM ties WHERE strength NOT BETWEEN 1 AND 255") { AfterReaders = true },
        new("Ties", "Who exchanged something has a tie.", """
            SELECT DISTINCT x.from_id || '-' || x.to_id FROM exchanges x
            WHERE NOT EXISTS (SELECT 1 FROM ties t WHERE (t.low_id = x.from_id AND t.high_id = x.to_id) OR (t.low_id = x.to_id AND t.high_id = x.from_id))
            """) { AfterReaders = true },
        new("Ties", "Who met, or said a private word of the other, has a tie.", """
            SELECT c.owner_id || '-' || c.other_id FROM contacts c WHERE (c.met_at IS NOT NULL OR c.word <> 0)
                AND NOT EXISTS (SELECT 1 FROM ties t WHERE (t.low_id = c.owner_id AND t.high_id = c.other_id) OR (t.low_id = c.other_id AND t.high_id = c.owner_id))
            """) { AfterReaders = true },
        new("Ties", "There is a tie only where something bears it.", """
            SELECT t.low_id || '-' || t.high_id FROM ties t
            WHERE NOT EXISTS (SELECT 1 FROM exchanges x WHERE (x.from_id = t.low_id AND x.to_id = t.high_id) OR (x.from_id = t.high_id AND x.to_id = t.low_id))
                AND NOT EXISTS (SELECT 1 FROM contacts c WHERE ((c.owner_id = t.low_id AND c.other_id = t.high_id) OR (c.owner_id = t.high_id AND c.other_id = t.low_id)) AND (c.met_at IS NOT NULL OR c.word <> 0))
                AND NOT EXISTS (SELECT 1 FROM kept_introductions k WHERE k.low_id = t.low_id AND k.high_id = t.high_id)
            """) { AfterReaders = true },
        new("Introductions", "Who holds a request stands on its route, at the place where it is.",
            "SELECT 'introduction ' || i.id FROM introductions i WHERE i.holder_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM introduction_stops s WHERE s.introduction_id = i.id AND s.place = i.place AND s.member_id = i.holder_id)"),
        new("Introductions", "What is over or answered is in nobody's hands.", """
            SELECT 'introduction ' || i.id FROM introductions i WHERE i.holder_id IS NOT NULL AND (EXISTS (SELECT 1 FROM introduction_closures c WHERE c.introduction_id = i.id)
                OR EXISTS (SELECT 1 FROM introduction_answers a WHERE a.introduction_id = i.id AND a.place >= i.place))
            """),
        new("Introductions", "Who answers a request stands on its route.",
            "SELECT 'introduction ' || a.introduction_id FROM introduction_answers a WHERE NOT EXISTS (SELECT 1 FROM introduction_stops s WHERE s.introduction_id = a.introduction_id AND s.place = a.place AND s.member_id = a.member_id)"),
        new("Introductions", "What is kept of an introduction names the lower id first, and the introduction has arrived.", """
            SELECT k.low_id || '-' || k.high_id FROM kept_introductions k
            WHERE k.low_id >= k.high_id OR NOT EXISTS (SELECT 1 FROM introduction_closures c WHERE c.introduction_id = k.introduction_id AND c.kind = 0)
            """),
        new("Groups", "A group counts its members.", "SELECT 'group ' || g.id FROM groups g WHERE g.members <> (SELECT count(*) FROM group_members m WHERE m.group_id = g.id)"),
        new("Groups", "A group has an owner.", "SELECT 'group ' || g.id FROM groups g WHERE NOT EXISTS (SELECT 1 FROM group_members m WHERE m.group_id = g.id AND m.role = 2)"),
        new("Groups", "The rules that hold are there.",
            "SELECT 'group ' || g.id FROM groups g WHERE g.rules_version > 0 AND NOT EXISTS (SELECT 1 FROM group_rulesets r WHERE r.group_id = g.id AND r.version = g.rules_version)"),
        new("Groups", "A file's newest version is there.",
            "SELECT 'file ' || f.id FROM group_files f WHERE NOT EXISTS (SELECT 1 FROM group_file_versions v WHERE v.file_id = f.id AND v.version = f.version)"),
        new("Events", "No reader is beyond the end of the log.", """
            SELECT p.reader FROM event_positions p WHERE (p."transaction" > 0 OR p.event_id > 0)
                AND NOT EXISTS (SELECT 1 FROM events e WHERE e."transaction" > p."transaction" OR (e."transaction" = p."transaction" AND e.id >= p.event_id))
            """),
    ];
}
