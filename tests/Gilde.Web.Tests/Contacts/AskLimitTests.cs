using System.Text.Json;

namespace Gilde.Web.Tests.Contacts;

public class AskLimitTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task New_accounts_ask_five_a_day_and_withdrawing_or_asking_the_same_again_changes_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var others = await Members(server, 6);
        foreach (var other in others[..5]) await anna.Ask(other);
        await anna.Client.SubmitOk($"/contacts/requests/{await others[0].RequestFrom(anna)}/withdraw");

        await RefusedFor(anna, others[5]);
        await anna.Ask(others[0]);
        Assert.Null(await others[5].RequestFrom(anna));
    }

    [Theory, BothDatabases]
    public async Task Others_ask_twenty_a_day(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        await server.AsLongstanding(anna);
        var others = await Members(server, 21);
        foreach (var other in others[..20]) await anna.Ask(other);
        await RefusedFor(anna, others[20]);
    }

    private static async Task RefusedFor(TestMember anna, TestMember other)
    {
        using var response = await anna.Client.Submit("/contacts/requests", ("to", other.Id.ToString()), ("reason", "Hallo"));
        var page = await response.Document(HttpStatusCode.TooManyRequests);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.Contains("You can go on in 24 hours at the latest.", page.Body!.TextContent);
        Assert.Equal("Hallo", page.QuerySelector("textarea")!.TextContent.Trim());

        using var request = new HttpRequestMessage(HttpMethod.Post, "/contacts/requests") { Content = new FormUrlEncodedContent([new("to", other.Id.ToString()), new("reason", "Hallo")]) };
        request.Headers.Add("Accept", "application/json");
        anna.Client.DefaultRequestHeaders.Remove("Accept");
        using var json = await anna.Client.SendAsync(request);
        anna.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal(HttpStatusCode.TooManyRequests, json.StatusCode);
        Assert.Equal(429, JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    private static async Task<TestMember[]> Members(GildeServer server, int count)
    {
        var members = new TestMember[count];
        for (var i = 0; i < count; i++) members[i] = await server.Member($"Mitglied {i}");
        return members;
    }
}
