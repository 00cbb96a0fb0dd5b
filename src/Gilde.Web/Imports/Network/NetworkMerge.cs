using Gilde.Web.CommandLine;
using Gilde.Web.Events;
using Gilde.Web.Introductions;
using Gilde.Web.Jobs;
using Gilde.Web.Search;

namespace Gilde.Web.Imports.Network;

/// <summary>Brings staged and checked rows into the network, in one transaction. Rows that are there already stay as they are.</summary>
internal sealed class NetworkMerge(GildeDb db, Staging staging, IClock clock, Language language)
{
    public Task<NetworkImported> Run(IProgress<Advance> progress, CancellationToken stop) => db.Atomically(async () =>
    {
        progress.Report(new Advance("Adding members", 0.6));
        await KnowMembers(stop);
        await new StagedHandles(db, staging).Assign(stop);
        var members = await AddMembers(stop);
        progress.Report(new Advance("Adding contacts", 0.7));
        var contacts = await AddContacts(stop);
        await CloseRequests(stop);
        progress.Report(new Advance("Adding exchanges", 0.8));
        await SumExchanges(stop);
        var days = await AddExchanges(stop);
        var imported = new NetworkImported(0, 0, 0, members, contacts, days);
        if (imported.ChangedAnything)
        {
            db.Record(clock, EventKinds.NetworkImported, actor: null);
            db.Enqueue(clock, RebuildSearchJob.JobKind, "");
        }
        await db.SaveChangesAsync(stop);
        return imported;
    }, stop);

    /// <summary>A member is known by the e-mail address; the others get an id now.</summary>
    private async Task KnowMembers(CancellationToken stop)
    {
        await staging.Run("""
            CREATE TEMP TABLE stage_ids AS
            SELECT m.row, m.key, a.id AS member_id, a.id IS NULL AS is_new FROM stage_members m LEFT JOIN accounts a ON a.normalized_email = m.normalized_email
            """, stop);
        await staging.Index("stage_ids", "row", stop);
        await staging.Run(db.IsPostgres
            ? """
              UPDATE stage_ids SET member_id = n.id
              FROM (SELECT row, nextval(pg_get_serial_sequence('members', 'id')) AS id FROM (SELECT row FROM stage_ids WHERE is_new ORDER BY row) o) n WHERE n.row = stage_ids.row
              """
            : """
              UPDATE stage_ids SET member_id = n.number + max(coalesce((SELECT max(id) FROM members), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'members'), 0))
              FROM (SELECT row, row_number() OVER (ORDER BY row) AS number FROM stage_ids WHERE is_new) n WHERE n.row = stage_ids.row
              """, stop);
        await staging.Index("stage_ids", "key", stop);
    }

    /// <summary>Others have put them here: shown inside the network alone until they open their profile themselves.</summary>
    private async Task<int> AddMembers(CancellationToken stop)
    {
        var added = await staging.Run($"""
            INSERT INTO members (id, name, handle, headline, about, place, country, language, time_zone, joined_at, active_since, closed_at, hides_contacts, version, changed_at)
            SELECT i.member_id, m.name, h.handle, m.headline, '', m.place, m.country, coalesce(m.language, {(int)language}), 'Europe/Berlin', coalesce(m.joined, {Now}), {Now}, {Now}, false, 0, {Now}
            FROM stage_members m JOIN stage_ids i ON i.row = m.row JOIN stage_handles h ON h.row = m.row ORDER BY m.row
            """, stop);
        await staging.Run($"""
            INSERT INTO accounts (id, created_at, awaits_approval, user_name, normalized_user_name, email, normalized_email, email_confirmed,
                security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            SELECT i.member_id, {Now}, false, m.email, m.normalized_email, m.email, m.normalized_email, true, {RandomText}, {RandomText}, false, false, true, 0
            FROM stage_members m JOIN stage_ids i ON i.row = m.row WHERE i.is_new
            """, stop);
        await staging.Run("""
            INSERT INTO positions (member_id, title, firm, place, description)
            SELECT i.member_id, m.title, m.firm, '', '' FROM stage_members m JOIN stage_ids i ON i.row = m.row WHERE i.is_new AND (m.title <> '' OR m.firm <> '') ORDER BY m.row
            """, stop);
        await staging.Run($"""
            INSERT INTO events (at, kind, actor_id, target_id)
            SELECT {Now}, '{EventKinds.MemberJoined}', member_id, member_id FROM stage_ids WHERE is_new ORDER BY row
            """, stop);
        return added;
    }

    /// <summary>Both sides of each pair; a pair that is there stays, and so does a block between the two.</summary>
    private async Task<int> AddContacts(CancellationToken stop)
    {
        await staging.Run("""
            CREATE TEMP TABLE stage_pairs AS
            SELECT least_id AS a, greatest_id AS b, min(since) AS since FROM (
                SELECT CASE WHEN x.member_id < y.member_id THEN x.member_id ELSE y.member_id END AS least_id,
                       CASE WHEN x.member_id < y.member_id THEN y.member_id ELSE x.member_id END AS greatest_id, c.since
                FROM stage_contacts c JOIN stage_ids x ON x.key = c.a JOIN stage_ids y ON y.key = c.b) p
            WHERE NOT EXISTS (SELECT 1 FROM blocks k WHERE (k.member_id = p.least_id AND k.blocked_id = p.greatest_id) OR (k.member_id = p.greatest_id AND k.blocked_id = p.least_id))
            GROUP BY least_id, greatest_id
            """, stop);
        var sides = await staging.Run($"""
            INSERT INTO contacts (owner_id, other_id, since, note, how_met, hidden)
            SELECT owner_id, other_id, coalesce(since, {Now}), '', '', false FROM (SELECT a AS owner_id, b AS other_id, since FROM stage_pairs UNION ALL SELECT b, a, since FROM stage_pairs) s
            WHERE true ORDER BY owner_id, other_id ON CONFLICT DO NOTHING
            """, stop);
        return sides / 2;
    }

    /// <summary>What one of a pair had asked the other is answered by their being in contact; a decline that the asker never saw, too.</summary>
    private Task<int> CloseRequests(CancellationToken stop) => staging.Run($"""
        UPDATE contact_requests SET accepted_at = {Now}, declined_at = NULL
        WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND id IN (
            SELECT r.id FROM stage_pairs p JOIN contact_requests r ON r.from_id = p.a AND r.to_id = p.b
            UNION ALL SELECT r.id FROM stage_pairs p JOIN contact_requests r ON r.from_id = p.b AND r.to_id = p.a)
        """, stop);

    /// <summary>
    /// How often one wrote to another on a day, where that is not known yet. Rows alike are several messages of one minute, not one row twice.
    /// </summary>
    private Task SumExchanges(CancellationToken stop) => staging.Run($"""
        CREATE TEMP TABLE stage_sums AS
        SELECT s.* FROM (
            SELECT x.member_id AS from_id, y.member_id AS to_id, e.day, count(*) AS count, max(e.at) AS last_at
            FROM stage_exchanges e JOIN stage_ids x ON x.key = e.a JOIN stage_ids y ON y.key = e.b
            GROUP BY x.member_id, y.member_id, e.day) s
        LEFT JOIN exchanges k ON k.from_id = s.from_id AND k.to_id = s.to_id AND k.day = s.day AND k.source = {(int)ExchangeSource.Imported}
        WHERE k.from_id IS NULL OR s.count > k.count OR s.last_at > k.last_at
        """, stop);

    /// <summary>A day that was imported before grows to what the file says now and never shrinks.</summary>
    private Task<int> AddExchanges(CancellationToken stop) => staging.Run($"""
        INSERT INTO exchanges (from_id, to_id, day, source, count, last_at)
        SELECT from_id, to_id, day, {(int)ExchangeSource.Imported}, count, last_at FROM stage_sums WHERE true ORDER BY from_id, to_id, day
        ON CONFLICT (from_id, to_id, day, source) DO UPDATE
            SET count = CASE WHEN excluded.count > exchanges.count THEN excluded.count ELSE exchanges.count END,
                last_at = CASE WHEN excluded.last_at > exchanges.last_at THEN excluded.last_at ELSE exchanges.last_at END
        """, stop);

    private string Now => db.IsPostgres
        ? $"'{clock.GetCurrentInstant().ToDateTimeUtc():O}'::timestamptz"
        : $"{clock.GetCurrentInstant().ToUnixTimeTicks() / 10}";

    private string RandomText => db.IsPostgres ? "replace(gen_random_uuid()::text, '-', '')" : "lower(hex(randomblob(16)))";
}
