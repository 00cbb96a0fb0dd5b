using System.Text.Json;
using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Contacts;

/// <summary>Asking, answering and card fields as tests speak of them; all over HTTP.</summary>
internal static class Asking
{
    public static Task<string> Ask(this TestMember asker, TestMember other, string reason = "Wir haben beide mit Drahtziehen zu tun.", params long[] fields) =>
        asker.Client.SubmitOk("/contacts/requests", [("to", other.Id.ToString()), ("reason", reason), .. fields.Select(f => ("field", f.ToString()))]);

    /// <summary>The id of the open request that the member sees from the asker; null if they see none.</summary>
    public static async Task<long?> RequestFrom(this TestMember member, TestMember asker)
    {
        using var rows = JsonDocument.Parse(await member.Client.Json("/contacts/requests"));
        return rows.RootElement.EnumerateArray().Where(r => r.GetProperty("who").GetProperty("id").GetInt64() == asker.Id).Select(r => (long?)r.GetProperty("id").GetInt64()).SingleOrDefault();
    }

    public static async Task<string> Accept(this TestMember member, TestMember asker, params long[] fields) =>
        await member.Client.SubmitOk($"/contacts/requests/{await member.RequestFrom(asker)}/accept", [.. fields.Select(f => ("field", f.ToString()))]);

    public static async Task Connect(this TestMember asker, TestMember other)
    {
        await asker.Ask(other);
        await other.Accept(asker);
    }

    public static async Task<string[]> ContactNames(this TestMember member, string query = "")
    {
        using var rows = JsonDocument.Parse(await member.Client.Json("/contacts" + query));
        return [.. rows.RootElement.EnumerateArray().Select(r => r.GetProperty("name").GetString()!)];
    }

    /// <summary>The member joined so long ago that the limits for new accounts are past.</summary>
    public static Task AsLongstanding(this GildeServer server, TestMember member) => server.Db(db =>
        db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(u => u.SetProperty(m => m.ActiveSince, server.Clock.GetCurrentInstant() - NodaTime.Duration.FromDays(30))));

    public static Task<int> ContactRows(this GildeServer server, TestMember one, TestMember other) => server.Db(db =>
        db.Contacts.CountAsync(c => (c.OwnerId == one.Id && c.OtherId == other.Id) || (c.OwnerId == other.Id && c.OtherId == one.Id)));
}
