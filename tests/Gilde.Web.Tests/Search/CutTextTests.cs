using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Search;

/// <summary>Emoji are two characters each: a text that is cut in one of them can neither be indexed nor asked for.</summary>
public class CutTextTests(Servers servers)
{
    private static readonly string Word = "a" + string.Concat(Enumerable.Repeat("😀", 90));

    [Theory, BothDatabases]
    public async Task Long_rows_of_emoji_are_indexed_and_found(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Benedikt Lachschule"));
        await server.Write(ben, m => m.About = Word, null, new Education { MemberId = ben.Id, Degree = Word, Field = Word, School = "Federstahlschule" },
            new Education { MemberId = ben.Id, Degree = "b" + Word, Field = Word, School = "Drahtschule" }, ben.Topic(TopicKind.Skill, Word));
        Assert.Contains(ben.Handle, await anna.FindsText("Lachschule"));
        Assert.Contains(ben.Handle, await anna.FindsText(Word + " Lachschule"));
    }

    [Theory]
    [BothDatabases("/search?q="), BothDatabases("/members?q="), BothDatabases("/messages/search?q="), BothDatabases("/messages/new?q="), BothDatabases("/contacts/addressbook?q=")]
    public async Task Whatever_is_searched_for_gets_an_answer(DatabaseKind kind, string path)
    {
        var anna = await (await servers.On(kind)).Member();
        foreach (var words in new[] { Word, Word + "😀😀😀😀😀", string.Concat(Enumerable.Repeat("😀", 130)), "a" + string.Concat(Enumerable.Repeat("😀", 130)) })
        {
            var status = (await anna.Client.GetAsync(path + Uri.EscapeDataString(words))).StatusCode;
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{status} for {words.Length} characters");
        }
    }
}
