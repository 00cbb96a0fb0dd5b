using System.Net.Http.Headers;
using Gilde.Web.Tests.Conversations;

namespace Gilde.Web.Tests.Web;

/// <summary>A body that cannot be read is the sender's mistake, never the server's.</summary>
public class BrokenBodyTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Json_that_is_none_is_a_bad_request(DatabaseKind kind)
    {
        var (anna, talk) = await Talking(kind);
        foreach (var path in new[] { talk, "/messages" })
            foreach (var body in new[] { "{", "[]", "{\"text\": 7}", "" })
                Assert.Equal(HttpStatusCode.BadRequest, await Post(anna, path, "application/json", body));
    }

    [Theory, BothDatabases]
    public async Task A_form_that_is_none_is_a_bad_request(DatabaseKind kind)
    {
        var (anna, talk) = await Talking(kind);
        foreach (var path in new[] { talk, talk + "/read", "/messages", "/settings/notifications", "/contacts/requests", "/contacts/tags", "/settings/account/theme" })
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, await Post(anna, path, "multipart/form-data", "no boundary")));
    }

    private async Task<(TestMember Anna, string Talk)> Talking(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        return (anna, await anna.WriteTo(bert, "Guten Tag"));
    }

    private static async Task<HttpStatusCode> Post(TestMember member, string path, string mediaType, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var answer = await member.Client.PostAsync(path, content);
        return answer.StatusCode;
    }
}
