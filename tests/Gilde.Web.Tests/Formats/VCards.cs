using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Tests.Formats;

/// <summary>Cards as the usual programs write them, with invented people.</summary>
internal static class VCards
{
    /// <summary>Outlook: version 2.1, quoted-printable in Windows-1252 with soft breaks, a base64 picture.</summary>
    public const string Outlook = """
        BEGIN:VCARD
        VERSION:2.1
        N;LANGUAGE=de;CHARSET=Windows-1252:Größer;Jürgen;;Dr.
        FN;CHARSET=Windows-1252:Dr. Jürgen Größer
        ORG:Drahtwerk Hagen GmbH;Ziehere
         i
        TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Leiter F=FChrungstechnik und =
        Qualit=E4t
        NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Kennengelernt auf der Messe=0D=0AD=C3=BCsseldo=
        rf; Stand 5
        TEL;WORK;VOICE:+49 (2331) 555-0
        TEL;CELL;VOICE:+49 170 5550101
        TEL;PREF;WORK;FAX:+49 2331 555-99
        ADR;WORK;PREF:;;Werkstraße 7;Hagen;NW;58095;Deutschland
        URL;WORK:http://drahtwerk.example
        EMAIL;PREF;INTERNET:j.groesser@drahtwerk.example
        BDAY:19680229
        PHOTO;TYPE=JPEG;ENCODING=BASE64:
         /9j/4AAQSkZJ
         RgABAQ==

        X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/electronicbusinesscards" ver="1.0"/>
        REV:20210312T100000Z
        END:VCARD
        """;

    /// <summary>iOS: version 3.0, groups with labels, a birthday without its year, folded lines.</summary>
    public const string Ios = """
        BEGIN:VCARD
        VERSION:3.0
        PRODID:-//Apple Inc.//iPhone OS 17.4//EN
        N:Bader;Anna;Maria;;
        FN:Anna Maria Bader
        ORG:Rohr & Co.\, Solingen;
        EMAIL;type=INTERNET;type=WORK;type=pref:anna@rohr.example
        item1.EMAIL;type=INTERNET:anna.bader@mail.example
        item1.X-ABLabel:_$!<Other>!$_
        TEL;type=IPHONE;type=CELL;type=VOICE:+49 171 5550202
        item2.ADR;type=HOME:;;Am Hang 3\nHinterhaus;Solingen;;42651;Deutschland
        item2.X-ABADR:de
        item3.URL;type=pref:https://rohr.example/anna
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-08-02
        NOTE:Erste Zeile\nzweite\; mit Semikolon und einem langen Schwanz\, der umgebr
         ochen wird
        CATEGORIES:Messe,Kunden
        UID:5A1F-anna
        END:VCARD
        """;

    /// <summary>Google: version 3.0, everything short, a picture elsewhere.</summary>
    public const string Google = """
        BEGIN:VCARD
        VERSION:3.0
        FN:Cem Yıldız
        N:Yıldız;Cem;;;
        EMAIL;TYPE=INTERNET;TYPE=HOME:cem@yildiz.example
        TEL;TYPE=WORK:0202 5550303
        item1.ORG:Röhrenwerk Wuppertal
        BDAY:1984-05-17
        PHOTO:https://pictures.example/cem.jpg
        CATEGORIES:myContacts
        END:VCARD
        """;

    /// <summary>Nextcloud: version 4.0, data address for the picture, quoted lists of types, telephone addresses.</summary>
    public const string Nextcloud = """
        BEGIN:VCARD
        VERSION:4.0
        PRODID:-//Sabre//Sabre VObject 4.5.1//EN
        UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
        FN:Dana Çelik
        N:Çelik;Dana;;;
        TEL;TYPE="cell,work";PREF=1;VALUE=uri:tel:+49-172-5550404
        EMAIL;TYPE=work:dana@celik.example
        BDAY;VALUE=date:--0312
        TITLE:Einkäuferin
        ROLE:Drähte und Litzen
        ORG:Celik Kabel;Einkauf
        PHOTO:data:image/png;base64,iVBORw0KGgo=
        REV;VALUE=date-and-or-time:20240102T030405Z
        END:VCARD
        """;

    public static VCardFile Read(string text, VCardLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    public static VCardFile Read(byte[] bytes, VCardLimits? limits = null) =>
        VCardReader.Read(new MemoryStream(bytes), "people.vcf", limits);
}
