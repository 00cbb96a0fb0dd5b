using System.Text.Json;
using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Contacts;

/// <summary>Cards and contacts as tests set them up.</summary>
internal static class Cards
{
    /// <summary>Puts a field on the member's card through the form; its id.</summary>
    public static async Task<long> AddField(this TestMember member, CardFieldKind kind, string value, string label = "", bool byDefault = true)
    {
        (string, string)[] fields = [("kind", kind.ToString().ToLowerInvariant()), ("value", value), ("label", label)];
        await member.Client.SubmitOk("/settings/card", byDefault ? [.. fields, ("byDefault", "true")] : fields);
        using var card = JsonDocument.Parse(await member.Client.Json("/settings/card"));
        return card.RootElement.EnumerateArray().Max(f => f.GetProperty("id").GetInt64());
    }

    /// <summary>What the member sees on the contact's page of their card.</summary>
    public static async Task<string[]> CardOf(this TestMember member, TestMember contact)
    {
        using var page = JsonDocument.Parse(await member.Client.Json($"/contacts/{contact.Id}"));
        return [.. page.RootElement.GetProperty("card").EnumerateArray().Select(f => f.GetProperty("value").GetString()!)];
    }

    /// <summary>Makes contacts past the forms, where a test needs many.</summary>
    public static Task AreContacts(this GildeServer server, TestMember one, params IEnumerable<TestMember> others) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        foreach (var other in others)
        {
            db.Add(new Contact(one.Id, other.Id, now));
            db.Add(new Contact(other.Id, one.Id, now));
            now += Duration.FromMilliseconds(1);
        }
        await db.SaveChangesAsync();
    });

    public static Task<Contact> Side(this GildeServer server, TestMember owner, TestMember other) =>
        server.Db(db => db.Contacts.SingleAsync(c => c.OwnerId == owner.Id && c.OtherId == other.Id));
}
