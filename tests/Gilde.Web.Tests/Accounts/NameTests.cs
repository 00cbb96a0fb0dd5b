using Gilde.Web.Accounts;

namespace Gilde.Web.Tests.Accounts;

public class NameTests
{
    [Theory]
    [InlineData("Jörg Müßiggang", "joerg-muessiggang")]
    [InlineData("René  d'Étoile-Lefèvre", "rene-detoile-lefevre")]
    [InlineData("Łukasz Żółć", "lukasz-zolc")]
    [InlineData("Søren Ångström", "soeren-aangstroem")]
    [InlineData("Ольга Щербакова", "olga-shcherbakova")]
    [InlineData("Dr. Ayşe Öztürk", "dr-ayse-oeztuerk")]
    public void A_handle_is_pronounceable(string name, string handle) => Assert.Equal(handle, Handles.From(name));

    [Theory]
    [InlineData("Ad Min")]
    [InlineData("山田 太郎")]
    [InlineData("Support")]
    public void A_name_without_spelling_or_with_a_reserved_one_still_gets_a_handle(string name)
    {
        var handle = Handles.From(name);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", handle);
        Assert.NotEqual("support", handle);
    }

    [Fact]
    public void A_long_name_leaves_room_for_a_number() =>
        Assert.True(Handles.Free(Handles.From("Maximiliane Alexandra Freifrau von und zu Hohenlohe-Langenburg-Schillingsfürst"), new HashSet<string>()).Length <= Handles.MaxLength - 5);

    [Theory]
    [InlineData("Anna Berger", true)]
    [InlineData("Anna-Lena v. Berger", true)]
    [InlineData("Conor O’Neill", true)]
    [InlineData("山田 太郎", true)]
    [InlineData("Anna", false)]
    [InlineData("Anna 7", false)]
    [InlineData("Anna @berger", false)]
    [InlineData("www.draht.de Angebot", true)]
    [InlineData("https://draht.de Angebot", false)]
    public void A_real_name_has_two_words_of_letters(string name, bool good) => Assert.Equal(good, RealName.Problem(RealName.Clean(name), Texts.English) is null);

    [Fact]
    public void Characters_that_hide_or_turn_text_are_removed() => Assert.Equal("Anna Berger", RealName.Clean("  Anna\u202E\u0007 \u200F  Berger\n"));

    [Theory]
    [InlineData("anna@example.org", true)]
    [InlineData(" anna@example.org ", true)]
    [InlineData("anna.berger+netz@mail.example.org", true)]
    [InlineData("anna@localhost", false)]
    [InlineData("Anna <anna@example.org>", false)]
    [InlineData("anna@example.org\r\nBcc: all@example.org", false)]
    [InlineData("anna", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_can_be_mailed_to(string? text, bool good) => Assert.Equal(good, EmailAddress.TryParse(text, out _));

    [Theory]
    [InlineData("vier Kupferdrähte im Regen", true)]
    [InlineData("1234567890", false)]
    [InlineData("0987654321", false)]
    [InlineData("passwort2024!", false)]
    [InlineData("qwertzuiop", false)]
    [InlineData("abababababab", false)]
    [InlineData("anna.berger1", false)]
    [InlineData("xk7-plotz9", true)]
    public void A_password_is_long_and_not_everybodys(string password, bool good)
    {
        EmailAddress.TryParse("anna.berger@example.org", out var email);
        Assert.Equal(good, NewPassword.Problem(password, email, "Anna Berger", Texts.English) is null);
    }

    [Theory]
    [InlineData("/contacts?x=1", "/contacts?x=1")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    [InlineData("contacts", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/signout", "/")]
    public void The_way_on_stays_in_the_network(string? next, string expected) => Assert.Equal(expected, LocalPath.Of(next));
}
